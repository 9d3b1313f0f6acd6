package id.karier.calculation.explain;

import java.util.List;

/** Puts steps and checks into sentences: the edge does, in the reader's language. */
public interface Wording {
    List<Step> steps(List<Step> steps);

    List<Check> checks(List<Check> checks);
}
