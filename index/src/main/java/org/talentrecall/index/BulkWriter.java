package org.talentrecall.index;

import co.elastic.clients.elasticsearch._types.ErrorCause;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;
import co.elastic.clients.elasticsearch.core.bulk.OperationType;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends documents in bulk and looks at what became of each: sent again where the index was only busy, reported where it
 * will not take the document. Safe for use by several threads.
 */
final class BulkWriter {
    private static final Logger log = LoggerFactory.getLogger(BulkWriter.class);
    private static final int REQUEST_BYTES = 5 << 20;

    private final SearchConnection connection;

    BulkWriter(SearchConnection connection) {
        this.connection = connection;
    }

    /**
     * Does all items, each id at most once among them.
     *
     * @throws IndexUnavailable when some could not be done because the index stayed busy or out of reach; what was done
     *     stays, and doing all again is fine
     */
    BulkOutcome write(String index, List<BulkItem> items) {
        Tally tally = new Tally();
        List<BulkItem> request = new ArrayList<>();
        long bytes = 0;
        for (BulkItem item : items) {
            request.add(item);
            bytes += item instanceof BulkItem.Put put ? put.json().size() : 100;
            if (bytes >= REQUEST_BYTES) {
                send(index, request, tally);
                request = new ArrayList<>();
                bytes = 0;
            }
        }
        if (!request.isEmpty()) {
            send(index, request, tally);
        }
        return new BulkOutcome(tally.written, tally.removed, tally.refused);
    }

    private void send(String index, List<BulkItem> all, Tally tally) {
        String what = "indexing " + all.size() + " documents into " + index;
        List<BulkItem> pending = all;
        for (int attempt = 1; ; attempt++) {
            List<BulkOperation> operations =
                    pending.stream().map(BulkWriter::operation).toList();
            BulkResponse response = connection.call(
                    what, client -> client.bulk(bulk -> bulk.index(index).operations(operations)));
            pending = sort(pending, response, tally);
            if (pending.isEmpty()) {
                return;
            }
            if (attempt >= connection.retrying().attempts()) {
                throw new IndexUnavailable("Elasticsearch stayed too busy for " + pending.size() + " of " + all.size()
                        + " documents, the first of them " + pending.get(0).id()
                        + ": lower recall.elasticsearch.bulk-items or give it more room, then run the step again");
            }
            connection.retrying().pauseAfter(attempt, what, pending.size() + " busy items");
        }
    }

    /** Counts what is settled and returns what should be sent again. */
    private static List<BulkItem> sort(List<BulkItem> sent, BulkResponse response, Tally tally) {
        List<BulkResponseItem> answers = response.items();
        if (answers.size() != sent.size()) {
            throw new IndexUnavailable("Elasticsearch answered for " + answers.size() + " of " + sent.size()
                    + " documents: see its log and what stands between, then run the step again");
        }
        List<BulkItem> again = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            BulkResponseItem answer = answers.get(i);
            if (Retrying.isTransient(answer.status())) {
                again.add(sent.get(i));
            } else {
                settle(sent.get(i), answer, tally);
            }
        }
        return again;
    }

    private static void settle(BulkItem item, BulkResponseItem answer, Tally tally) {
        boolean removal = answer.operationType() == OperationType.Delete;
        boolean absent = removal && answer.status() == 404;
        if (!absent && (answer.error() != null || answer.status() >= 300)) {
            refuse(item, answer, tally);
        } else if (!removal) {
            tally.written++;
        } else if (!absent) {
            tally.removed++;
        }
    }

    private static void refuse(BulkItem item, BulkResponseItem answer, Tally tally) {
        ErrorCause error = answer.error();
        String reason = error == null || error.type() == null ? "status " + answer.status() : error.type();
        tally.refused.add(new BulkOutcome.Refusal(item.id(), answer.status(), reason));
        log.warn(
                "Index {}: document {} refused ({}); it is counted and tried again in the next run",
                answer.index(),
                item.id(),
                reason);
        if (error != null) {
            log.debug("Index {}: document {}: {}", answer.index(), item.id(), error.reason());
        }
    }

    private static BulkOperation operation(BulkItem item) {
        if (item instanceof BulkItem.Put put) {
            return BulkOperation.of(
                    operation -> operation.index(index -> index.id(put.id()).document(put.json())));
        }
        return BulkOperation.of(operation -> operation.delete(delete -> delete.id(item.id())));
    }

    private static final class Tally {
        private int written;
        private int removed;
        private final List<BulkOutcome.Refusal> refused = new ArrayList<>();
    }
}
