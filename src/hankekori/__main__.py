from hankekori.cli.main import main

main()
