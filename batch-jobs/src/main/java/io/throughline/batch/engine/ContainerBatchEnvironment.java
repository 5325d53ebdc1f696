package io.throughline.batch.engine;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.transaction.TransactionManager;
import java.util.List;
import java.util.Properties;
import javax.sql.DataSource;
import org.jberet.repository.JdbcRepository;
import org.jberet.repository.JobRepository;
import org.jberet.spi.ArtifactFactory;
import org.jberet.spi.BatchEnvironment;
import org.jberet.spi.JobExecutor;
import org.jberet.spi.JobTask;
import org.jberet.spi.JobXmlResolver;
import org.jberet.tools.ChainedJobXmlResolver;
import org.jberet.tools.MetaInfBatchJobsJobXmlResolver;

/** What JBeret asks of its surroundings, answered with the container's own services. */
final class ContainerBatchEnvironment implements BatchEnvironment {

    static final String TABLE_PREFIX = "jb_";

    /** Each running execution takes one thread, each partition one more. */
    private static final int THREADS = 32;

    private final TransactionManager transactions;
    private final ArtifactFactory artifacts;
    private final Properties configuration = new Properties();
    private final JobRepository repository;
    private final JobExecutor executor;
    private final JobXmlResolver jobXml =
            new ChainedJobXmlResolver(List.of(), new JobXmlResolver[] {new MetaInfBatchJobsJobXmlResolver()});

    ContainerBatchEnvironment(
            ManagedExecutorService threads,
            TransactionManager transactions,
            DataSource dataSource,
            ArtifactFactory artifacts) {
        this.transactions = transactions;
        this.artifacts = artifacts;
        configuration.setProperty("db-table-prefix", TABLE_PREFIX);
        repository = new JdbcRepository(dataSource, configuration);
        executor = new JobExecutor(threads) {
            @Override
            protected int getMaximumPoolSize() {
                return THREADS;
            }
        };
    }

    @Override
    public ClassLoader getClassLoader() {
        return ContainerBatchEnvironment.class.getClassLoader();
    }

    @Override
    public ArtifactFactory getArtifactFactory() {
        return artifacts;
    }

    @Override
    public void submitTask(JobTask task) {
        executor.execute(task);
    }

    @Override
    public TransactionManager getTransactionManager() {
        return transactions;
    }

    @Override
    public JobRepository getJobRepository() {
        return repository;
    }

    @Override
    public JobXmlResolver getJobXmlResolver() {
        return jobXml;
    }

    @Override
    public Properties getBatchConfigurationProperties() {
        return configuration;
    }

    @Override
    public String getApplicationName() {
        return "throughline";
    }
}
