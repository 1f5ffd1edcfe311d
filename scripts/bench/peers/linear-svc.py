"""scikit-learn's LinearSVC on character 1-4-grams, the usual strong baseline: linear-svc.py TRAIN TEST, output as run-peer's."""
import json
import resource
import sys
import time

from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC


def read_lines(path):
    with open(path, encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


train, test = (read_lines(path) for path in sys.argv[1:3])
before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
model = make_pipeline(TfidfVectorizer(analyzer="char", ngram_range=(1, 4), sublinear_tf=True), LinearSVC())
started = time.perf_counter()
model.fit([row["text"] for row in train], [row["label"] for row in train])
train_seconds = time.perf_counter() - started
asked = time.perf_counter()
guesses = [str(model.predict([row["text"]])[0]) for row in test]
per_second = len(test) / (time.perf_counter() - asked)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
print(json.dumps({"guesses": guesses, "trainSeconds": train_seconds, "perSecond": per_second, "peakMb": peak}))
