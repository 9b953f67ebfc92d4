package org.talentrecall.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Seconds to tell who is who among generated records, once, in a JVM of 1 GB that has done nothing before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 0)
@Measurement(iterations = 1)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
public class MillionBenchmark {
    @Param("1000000")
    public int records;

    /** Folder with a list of Chinese names, one a line; empty for given names from common signs alone. */
    @Param("")
    public String names = "";

    private @Nullable CandidatePool pool;
    private @Nullable HeapPeak heap;

    @Setup
    public void generate() throws IOException {
        heap = HeapPeak.watching();
        pool = CandidatePool.of(records, names.isEmpty() ? null : Path.of(names));
    }

    /** What came of it; asked for when the time has been taken. */
    @AuxCounters(AuxCounters.Type.EVENTS)
    @State(Scope.Thread)
    public static class Outcome {
        private @Nullable PoolResolution resolution;
        private @Nullable PairCounts counts;
        private long heapBytes;

        private PoolResolution resolution() {
            if (resolution == null) {
                throw new IllegalStateException("Nothing was resolved");
            }
            return resolution;
        }

        private PairCounts counts() {
            PairCounts known = counts == null ? resolution().counts() : counts;
            counts = known;
            return known;
        }

        public long compared() {
            return resolution().compared();
        }

        public long doubtful() {
            return resolution().doubtful();
        }

        public long heapBytes() {
            return heapBytes;
        }

        public double precision() {
            return counts().precision();
        }

        public double recall() {
            return counts().recall();
        }

        public double f1() {
            return counts().f1();
        }
    }

    @Benchmark
    public void resolve(Outcome outcome) {
        if (pool == null || heap == null) {
            throw new IllegalStateException("No pool was generated");
        }
        outcome.resolution = new PoolResolution(pool, System.out::println);
        outcome.heapBytes = heap.most();
    }
}
