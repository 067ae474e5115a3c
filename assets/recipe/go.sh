#!/bin/bash
# go.sh OUT: trains the starter on one GPU in about 25 minutes and leaves its packs in OUT as pieces of at most 15 MB. A call that is
# cut off after ten minutes may be repeated: the work goes on in the background and every call waits for it, for PATIENCE seconds.
# Together again: cat starter.tar.* | tar x
set -u
HERE=$(cd "$(dirname "$0")/.." && pwd); OUT=$1; PATIENCE=${PATIENCE:-560}
AUTOENCODER=${AUTOENCODER:-6} UNETS=${UNETS:-14} SHARDS=${SHARDS:-300} EACH=${EACH:-10}
export CHLADNI_TRAIN=$HERE/train PYTHONPATH=$HERE/site:$HERE/recipe PYTHONUNBUFFERED=1

run() { python3 "$HERE/recipe/recipe.py" "$@" >> "$HERE/train/$1.out" 2>&1; }
shards() { ls "$CHLADNI_TRAIN/data" 2>/dev/null | grep -c '^sound-0.*-x.npy$'; }

work() {
    python3 -m pip install -q --no-index --no-deps --target "$HERE/site" "$HERE"/wheels/*.whl
    OMP_NUM_THREADS=1 run data --shards $SHARDS --processes $(($(nproc) - 3)) --threads 1 &
    DATA=$!
    until [ -f "$CHLADNI_TRAIN/data/sound-9000-x.npy" ] && [ "$(shards)" -ge ${FIRST:-10} ]; do sleep 2; done
    run autoencoder --minutes $AUTOENCODER --threads 2
    run latents --shards 10 --threads 2
    run latents --shards $SHARDS --follow --threads 2 &
    LATENTS=$!
    run picture --minutes $UNETS --threads 2 & PICTURE=$!
    run sound --minutes $UNETS --threads 2 & SOUND=$!
    (run judges --threads 2; run colour --minutes $((UNETS / 3)) --threads 2) & OTHERS=$!
    wait $PICTURE $SOUND $OTHERS
    kill $DATA $LATENTS 2>/dev/null
    run export --to "$HERE/starter"
    run evaluate --to "$HERE/starter" --each $EACH
    cp "$CHLADNI_TRAIN"/*.log "$HERE/starter/"
    touch "$HERE/done"
}

if [ "${2:-}" = work ]; then work; exit; fi
[ -e "$HERE/begun" ] || { touch "$HERE/begun"; setsid nohup bash "$0" "$OUT" work > "$HERE/go.out" 2>&1 < /dev/null & }
for _ in $(seq $((PATIENCE / 2))); do [ -e "$HERE/done" ] && break; sleep 2; done
tail -n 2 "$CHLADNI_TRAIN"/*.log
if [ -e "$HERE/done" ]; then
    ln -f "$HERE/starter/starter-picture/vae/"*.safetensors "$HERE/starter/starter-sound/vae/"      # the same bytes: packed once
    tar c -C "$HERE" starter | split -b 15000000 - "$OUT/starter.tar."
fi
