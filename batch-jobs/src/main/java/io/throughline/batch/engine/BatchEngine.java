package io.throughline.batch.engine;

import io.throughline.kernel.persistence.Migrator;
import io.throughline.kernel.persistence.ThroughlineDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.batch.operations.JobOperator;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionManager;
import java.sql.SQLException;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.jberet.operations.JobOperatorImpl;
import org.jberet.spi.JobOperatorContext;

/**
 * Boots JBeret after the database is migrated and hands out its operator.
 *
 * <p>Executions that a process left running when it died stay {@code STARTED} in the store for ever; the engine cannot
 * know. They are read here before this process starts any of its own, and {@link #leftBehind()} tells them to whoever
 * decides, by its own leases, whether to restart them.
 */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class BatchEngine {

    private static final Logger LOG = Logger.getLogger(BatchEngine.class.getName());

    @EJB
    private Migrator migrator;

    @Resource
    private ManagedExecutorService threads;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @Inject
    private BeanManager beanManager;

    private JobOperatorImpl operator;
    private List<LeftBehindExecution> leftBehind;

    @PostConstruct
    void boot() {
        // The call waits for the migration: the engine makes its own tables in the same schema.
        migrator.schemaVersion();
        try {
            TransactionManager transactions = InitialContext.doLookup("java:appserver/TransactionManager");
            operator = new JobOperatorImpl(new ContainerBatchEnvironment(
                    threads, transactions, dataSource, new CdiArtifactFactory(beanManager)));
            leftBehind = LeftBehindExecution.readAll(dataSource);
        } catch (NamingException | SQLException failed) {
            throw new EJBException(failed);
        }
        JobOperatorContext context = JobOperatorContext.create(operator);
        JobOperatorContext.setJobOperatorContextSelector(() -> context);
        LOG.log(Level.INFO, "Batch engine {0} is up; {1} executions were left behind", new Object[] {
            operator.getClass().getName(), leftBehind.size()
        });
    }

    @PreDestroy
    void shutDown() {
        JobOperatorContext.setJobOperatorContextSelector(null);
    }

    public JobOperator operator() {
        return operator;
    }

    /** What the store showed as running when this engine booted, oldest first. */
    public List<LeftBehindExecution> leftBehind() {
        return leftBehind;
    }
}
