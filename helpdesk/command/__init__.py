"""The program without a window: subcommands for scheduled jobs, support and scripts.

`line` reads the arguments; every other module carries out one noun's commands and gives the exit code: 0 done, 1 one
clear line on stderr. With `--json`, stdout is one document and nothing else.
"""
