package id.karier.employee.planted;

/** Turkish i. */
public class Shouting {
    String shout(String word) {
        return word.toUpperCase();
    }
}
