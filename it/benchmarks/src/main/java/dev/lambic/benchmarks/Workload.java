package dev.lambic.benchmarks;

/** A kind of whole job that is measured. */
interface Workload {

  /** Measures it, and writes what came of it into the report. */
  void run(Setup setup) throws Exception;
}
