"""A weighted mean of two checkpoints, one of which was learned on from the other.

usage: python -m training.mean OLD.pt NEW/average.pt OUT/average.pt [--share 0.7]

The options of the second go beside the third, so that it is packaged like any other.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

import torch


def main() -> None:
    """Read two, write one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("old", type=Path)
    parser.add_argument("new", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--share", type=float, default=0.7, help="what the second counts")
    args = parser.parse_args()
    old, new = (torch.load(path, weights_only=True) for path in (args.old, args.new))
    if old.keys() != new.keys():
        raise SystemExit(f"{args.old} and {args.new} are networks of different makes")
    args.out.parent.mkdir(parents=True, exist_ok=True)
    torch.save({name: torch.lerp(old[name].float(), new[name].float(), args.share) for name in new}, args.out)
    options = json.loads(args.new.with_name("options.json").read_text())
    args.out.with_name("options.json").write_text(json.dumps(options | {"share": args.share}, indent=1))


if __name__ == "__main__":
    main()
