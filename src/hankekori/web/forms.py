"""How every form of the product is drawn."""

from django.forms.renderers import DjangoTemplates


class FormRenderer(DjangoTemplates):
    """Draws forms and fields with our components: label, hint, error, tied together for a screen reader."""

    form_template_name = "components/form.html"
    field_template_name = "components/field.html"
