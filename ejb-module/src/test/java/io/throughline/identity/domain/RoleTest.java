package io.throughline.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class RoleTest {

    @Test
    void assessorsJudgeAndNeverAuthorize() {
        assertThat(Role.CHANGE_ASSESSOR.rights()).contains(Right.CHANGE_ASSESS).doesNotContain(Right.CHANGE_AUTHORIZE);
    }

    @Test
    void administratorsNeitherAuthorizeNorDeploy() {
        assertThat(Role.ADMINISTRATOR.rights())
                .doesNotContain(Right.CHANGE_AUTHORIZE, Right.DEPLOYMENT_RUN, Right.RELEASE_ACCEPT);
    }

    @Test
    void everyRightIsHeldBySomeRole() {
        EnumSet<Right> held = EnumSet.noneOf(Right.class);
        Arrays.stream(Role.values()).forEach(role -> held.addAll(role.rights()));

        assertThat(held).containsExactlyInAnyOrder(Right.values());
    }
}
