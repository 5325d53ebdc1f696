package io.throughline.operation.persistence;

import io.throughline.operation.domain.Node;
import io.throughline.operation.domain.NodeRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;

@ApplicationScoped
class JpaNodeRepository implements NodeRepository {

    @Inject
    EntityManager entities;

    @Override
    public void add(Node node) {
        entities.persist(node);
    }

    @Override
    public boolean beat(String incarnation) {
        return update("UPDATE Node n SET n.beat = n.beat + 1", incarnation);
    }

    @Override
    public boolean bury(String incarnation) {
        return update("UPDATE Node n SET n.dead = TRUE", incarnation);
    }

    private boolean update(String change, String incarnation) {
        return entities.createQuery(change + " WHERE n.incarnation = :incarnation AND n.dead = FALSE")
                        .setParameter("incarnation", incarnation)
                        .executeUpdate()
                == 1;
    }

    @Override
    public List<Node> living() {
        return entities.createQuery("SELECT n FROM Node n WHERE n.dead = FALSE ORDER BY n.startedAt", Node.class)
                .getResultList();
    }
}
