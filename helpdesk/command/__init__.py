"""The program without a window: argparse subcommands for scheduled jobs, support and scripts."""
