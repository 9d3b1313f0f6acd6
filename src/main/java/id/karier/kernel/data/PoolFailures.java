package id.karier.kernel.data;

import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.quarkus.agroal.runtime.JdbcDriver;
import io.quarkus.arc.Unremovable;
import io.quarkus.jdbc.mysql.runtime.MySQLAgroalConnectionConfigurer;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;

/** Makes the pool throw a connection away on every failure that {@link SqlFailure} knows to end it, not only on a few. */
@Alternative
@Priority(1)
@Unremovable
@ApplicationScoped
@JdbcDriver("mysql")
class PoolFailures extends MySQLAgroalConnectionConfigurer {
    @Override
    public void setExceptionSorter(String databaseKind, AgroalDataSourceConfigurationSupplier configuration) {
        configuration
                .connectionPoolConfiguration()
                .exceptionSorter(failed -> SqlFailure.meaning(failed).endsConnection());
    }
}
