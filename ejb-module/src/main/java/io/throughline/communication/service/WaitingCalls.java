package io.throughline.communication.service;

import io.throughline.communication.domain.CallBackRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;

/** For other processes: the calls that the desk has still to make. Whoever asks has checked the right to read. */
@ApplicationScoped
public class WaitingCalls {

    @Inject
    CallBackRepository callBacks;

    /** Calls about these records, the oldest first. */
    public List<CallBackView> about(Collection<String> records) {
        return records.isEmpty()
                ? List.of()
                : callBacks.waiting(records).stream().map(CallBackView::from).toList();
    }
}
