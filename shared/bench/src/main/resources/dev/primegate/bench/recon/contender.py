"""polars or pandas on the same two files: contender.py WHICH OURS BROKERS"""
import resource
import sys

which, ours, brokers = sys.argv[1:4]
AMOUNTS = ["quantity", "price", "fee"]
WORDS = ["side", "instrument", "currency", "tradeDate", "settleDate", "feeAsset", "busted"]


def of_polars():
    import polars as pl

    def read(file):
        exact = [pl.col(name).cast(pl.Decimal(28, 10)) for name in AMOUNTS]
        return pl.read_csv(file, infer_schema_length=0).with_columns(exact)

    both = read(ours).join(read(brokers), on="tradeId", how="full", suffix="_b")
    alone = pl.col("tradeId").is_null() | pl.col("tradeId_b").is_null()
    differs = [pl.col(n).ne_missing(pl.col(n + "_b")).cast(pl.Int64) for n in AMOUNTS]
    words = pl.any_horizontal([pl.col(n).ne_missing(pl.col(n + "_b")) for n in WORDS])
    count = pl.when(alone).then(1).otherwise(pl.sum_horizontal(differs) + words.cast(pl.Int64))
    return both.select(count.sum()).item()


def of_pandas():
    # Text of one form is compared as text: pandas has no decimals of its own.
    import pandas as pd

    def read(file):
        return pd.read_csv(file, dtype=str, keep_default_na=False)

    both = read(ours).merge(
        read(brokers), on="tradeId", how="outer", suffixes=("", "_b"), indicator=True)
    paired = both[both["_merge"] == "both"]
    breaks = int((both["_merge"] != "both").sum())
    for name in AMOUNTS:
        breaks += int((paired[name] != paired[name + "_b"]).sum())
    words = sum((paired[name] != paired[name + "_b"]) for name in WORDS)
    return breaks + int((words > 0).sum())


breaks = of_polars() if which == "polars" else of_pandas()
used = resource.getrusage(resource.RUSAGE_SELF)
millis = int((used.ru_utime + used.ru_stime) * 1000)
print(f"breaks={breaks} cpuMillis={millis} peakKb={used.ru_maxrss}")
