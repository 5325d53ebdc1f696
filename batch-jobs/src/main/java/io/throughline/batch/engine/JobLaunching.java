package io.throughline.batch.engine;

import io.throughline.kernel.persistence.ThroughlineDataSource;
import io.throughline.operation.service.JobSupervisor;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import javax.sql.DataSource;

/** Brings the engine and the job requests together, and takes them apart before the engine goes. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class JobLaunching {

    @EJB
    private BatchEngine engine;

    @EJB
    private JobSupervisor supervisor;

    @Resource(lookup = ThroughlineDataSource.JNDI_NAME)
    private DataSource dataSource;

    @PostConstruct
    void begin() {
        supervisor.attach(new EngineStarter(engine.operator(), dataSource));
    }

    @PreDestroy
    void end() {
        supervisor.detach();
    }
}
