package io.throughline.change.service;

import io.throughline.change.domain.template.ChangeTemplate;
import io.throughline.change.domain.template.RolloutShape;
import io.throughline.change.domain.template.TemplateState;
import io.throughline.change.domain.template.TemplateVerb;
import io.throughline.kernel.persistence.History;
import java.time.Instant;
import java.util.List;

/**
 * A template of standard changes.
 *
 * @param history null in lists
 */
public record TemplateView(
        String number,
        long version,
        TemplateState state,
        List<TemplateVerb> allowed,
        String name,
        String title,
        String reason,
        String service,
        String product,
        String productVersion,
        String packageSha256,
        String backOutPlan,
        int windowMinutes,
        RolloutShape rollout,
        String author,
        String authority,
        Instant signedAt,
        List<History.Step> history) {

    static TemplateView of(ChangeTemplate template, List<History.Step> history) {
        ChangeTemplate.Content content = template.content();
        return new TemplateView(
                template.number().toString(),
                template.version(),
                template.state(),
                TemplateState.transitions().allowed(template.state()),
                content.name(),
                content.title(),
                content.reason(),
                content.service(),
                content.product(),
                content.version(),
                content.packageSha256(),
                content.backOutPlan(),
                content.windowMinutes(),
                content.rollout(),
                template.author(),
                template.authority(),
                template.signedAt(),
                history);
    }
}
