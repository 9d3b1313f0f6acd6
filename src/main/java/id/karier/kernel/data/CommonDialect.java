package id.karier.kernel.data;

import org.hibernate.dialect.DatabaseVersion;
import org.hibernate.dialect.MySQLDialect;
import org.hibernate.dialect.lock.internal.MariaDBLockingSupport;
import org.hibernate.dialect.lock.spi.LockingSupport;

/**
 * The SQL that MySQL 8.4 and MariaDB 11.4 both understand. MySQL alone would let a lock name its table
 * ({@code for update of u}) and be shared ({@code for share}), which MariaDB refuses.
 */
public class CommonDialect extends MySQLDialect {
    private static final LockingSupport LOCKS = new MariaDBLockingSupport(DatabaseVersion.make(11, 4));

    /** Hibernate makes it by its name. */
    public CommonDialect() {
        super(DatabaseVersion.make(8, 4));
    }

    @Override
    public LockingSupport getLockingSupport() {
        return LOCKS;
    }

    @Override
    protected boolean supportsAliasLocks() {
        return false;
    }

    @Override
    protected boolean supportsForShare() {
        return false;
    }
}
