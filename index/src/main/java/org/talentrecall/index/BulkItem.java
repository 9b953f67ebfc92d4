package org.talentrecall.index;

import co.elastic.clients.util.BinaryData;

/** Something to be done to one document. */
sealed interface BulkItem {
    String id();

    /** Puts a document, whole, in place of an earlier one. */
    record Put(String id, BinaryData json) implements BulkItem {
        static Put of(String id, byte[] json) {
            return new Put(id, BinaryData.of(json, "application/json"));
        }
    }

    /** Removes a document; fine when there is none. */
    record Remove(String id) implements BulkItem {}
}
