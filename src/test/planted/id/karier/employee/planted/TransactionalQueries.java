package id.karier.employee.planted;

import jakarta.transaction.Transactional;

/** A transaction that is too small. */
public class TransactionalQueries {
    @Transactional
    void find() {}
}
