package id.karier.kernel.data;

import jakarta.enterprise.context.RequestScoped;

/** Whether what runs now is a request, whose statements have to end in time; a job's may take as long as they need. */
@RequestScoped
public class RequestTime {
    private boolean limited;

    /** From now on somebody is waiting. */
    public void begin() {
        limited = true;
    }

    boolean isLimited() {
        return limited;
    }
}
