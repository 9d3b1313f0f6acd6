package id.karier.employee.planted;

/** State that tests and agencies share. */
public class Global {
    static int counter;
}
