"""The database's own word on votes: whoever is disqualified on an item has none, in whichever order the two come.

Both lock the item, so that of a vote and a disqualification written at once the later one is refused.
"""

import pgtrigger

_VOTER = """COALESCE((
    SELECT attendance.deputy_id FROM steering_attendance AS attendance
      JOIN steering_agendaitem AS own ON own.meeting_id = attendance.meeting_id
     WHERE own.id = item AND attendance.seat_id = {seat}), {seat})"""  # the deputy where one sits in the seat
_REFUSE = """
    RAISE EXCEPTION 'a vote of a seat disqualified on item %', item
        USING ERRCODE = 'check_violation', CONSTRAINT = 'disqualified_has_no_vote';"""
_ON_VOTE = """
SELECT item_id INTO item FROM steering_decision WHERE id = NEW.decision_id;
PERFORM FROM steering_agendaitem WHERE id = item FOR NO KEY UPDATE;
IF EXISTS (SELECT FROM steering_disqualification WHERE item_id = item AND seat_id = {voter}) THEN{refuse}
END IF;
RETURN NEW;
"""
_ON_DISQUALIFICATION = """
item := NEW.item_id;
PERFORM FROM steering_agendaitem WHERE id = item FOR NO KEY UPDATE;
IF EXISTS (
    SELECT FROM steering_vote AS vote JOIN steering_decision AS decision ON decision.id = vote.decision_id
     WHERE decision.item_id = item AND NEW.seat_id = {voter}) THEN{refuse}
END IF;
RETURN NEW;
"""

VOTER_IS_NOT_DISQUALIFIED = pgtrigger.Trigger(
    name="voter_is_not_disqualified",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("item", "bigint")],
    func=_ON_VOTE.format(voter=_VOTER.format(seat="NEW.seat_id"), refuse=_REFUSE),
)
DISQUALIFIED_HAS_NOT_VOTED = pgtrigger.Trigger(
    name="disqualified_has_not_voted",
    when=pgtrigger.Before,
    operation=pgtrigger.Insert | pgtrigger.Update,
    declare=[("item", "bigint")],
    func=_ON_DISQUALIFICATION.format(voter=_VOTER.format(seat="vote.seat_id"), refuse=_REFUSE),
)
