package id.karier.employee;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;
import org.hibernate.annotations.TenantId;

/** A word of a person's name, kept so that search enters an index by the beginning of any word. */
@Entity
@Table(name = "employee_name_words")
@IdClass(EmployeeNameWord.Key.class)
class EmployeeNameWord {
    @TenantId
    String agency;

    @Id
    String word;

    @Id
    UUID employeeId;

    protected EmployeeNameWord() {}

    EmployeeNameWord(String word, UUID employeeId) {
        this.word = word;
        this.employeeId = employeeId;
    }

    /** What makes a word unique within the agency. */
    record Key(String word, UUID employeeId) implements Serializable {}
}
