package id.karier.employee.planted;

/** Past the log. */
public class Printing {
    void tell() {
        System.out.println("done");
    }
}
