"""What PyTorch needs for the same work, beside NetworkBenchmark's numbers.

python speed.py pack FOLDER              a UNet of Stable Diffusion 1.5's size with random half-precision weights (1.7 GB)
python speed.py unet FOLDER [options]    seconds per guided prediction of any pack, single precision, and what a cold start takes
python speed.py export FOLDER --to FILE  the same UNet as a plain exported graph in single precision (needs the package onnx)
"""
import argparse
import resource
import time

BEGIN = time.perf_counter()


def pack(folder: str) -> None:
    import torch
    from diffusers import UNet2DConditionModel
    with torch.device("meta"):
        net = UNet2DConditionModel(cross_attention_dim=768, attention_head_dim=8)   # the library's defaults are 1.5's but for these
    net = net.to_empty(device="cpu").half()
    generator = torch.Generator().manual_seed(0)
    with torch.no_grad():
        for name, weight in net.named_parameters():
            if weight.ndim == 1:
                weight.fill_(float(name.endswith("weight")))
            else:   # deviations at which the activations neither grow nor vanish
                weight.copy_(torch.randn(weight.shape, generator=generator) * .7 / weight[0].numel() ** .5)
    net.save_pretrained(f"{folder}/unet")


def unet(folder: str, threads: int, height: int, width: int, tokens: int, passes: int) -> None:
    import torch
    from diffusers import UNet2DConditionModel
    torch.set_num_threads(threads)
    net = UNet2DConditionModel.from_pretrained(f"{folder}/unet", torch_dtype=torch.float32).eval()
    print(f"loaded after {time.perf_counter() - BEGIN:.2f} s ({time.process_time():.2f} s of processor time)")
    sample = torch.randn(2, net.config.in_channels, height, width)
    context = torch.randn(2, tokens, net.config.cross_attention_dim)
    with torch.no_grad():
        net(sample, 500, context)
        print(f"first prediction after {time.perf_counter() - BEGIN:.2f} s ({time.process_time():.2f} s of processor time)")
        start, busy = time.perf_counter(), time.process_time()
        for _ in range(passes):
            net(sample, 500, context)
    print(f"a guided prediction takes {(time.perf_counter() - start) / passes * 1e3:.1f} ms "
          f"({(time.process_time() - busy) / passes * 1e3:.1f} ms of processor time)")
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e6:.2f} GB")


def export(folder: str, to: str, height: int, width: int, tokens: int) -> None:
    import torch
    from diffusers import UNet2DConditionModel
    net = UNet2DConditionModel.from_pretrained(f"{folder}/unet", torch_dtype=torch.float32).eval()

    class Plain(torch.nn.Module):
        def __init__(self):
            super().__init__()
            self.net = net

        def forward(self, sample, timestep, context):
            return self.net(sample, timestep, context, return_dict=False)[0]

    given = torch.randn(2, net.config.in_channels, height, width), torch.tensor([500.]), torch.randn(2, tokens, net.config.cross_attention_dim)
    with torch.no_grad():
        torch.onnx.export(Plain(), given, to, input_names=["sample", "timestep", "context"], output_names=["prediction"], opset_version=18,
                          dynamo=False, external_data=True)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("act", choices=["pack", "unet", "export"])
    parser.add_argument("folder")
    parser.add_argument("--to", default="unet.onnx")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--height", type=int, default=16)
    parser.add_argument("--width", type=int, default=64)
    parser.add_argument("--tokens", type=int, default=32)
    parser.add_argument("--passes", type=int, default=20)
    given = parser.parse_args()
    if given.act == "pack":
        pack(given.folder)
    elif given.act == "export":
        export(given.folder, given.to, given.height, given.width, given.tokens)
    else:
        unet(given.folder, given.threads, given.height, given.width, given.tokens, given.passes)
