package id.karier.calculation.explain;

import java.util.List;

/** Input that no rule can take; its message is the code. */
public final class InputRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String pointer;
    private final transient List<String> figures;

    InputRefused(String pointer, String code, List<String> figures) {
        super(code);
        this.pointer = pointer;
        this.figures = figures;
    }

    public String pointer() {
        return pointer;
    }

    public List<String> figures() {
        return figures;
    }
}
