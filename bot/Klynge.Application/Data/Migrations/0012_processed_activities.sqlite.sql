-- One tree of pages in place of three: each answer writes here, and each page that it touches is written to the log.
CREATE TABLE "ProcessedActivities_New" (
    "Key" TEXT NOT NULL CONSTRAINT "PK_ProcessedActivities" PRIMARY KEY,
    "At" TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO "ProcessedActivities_New" ("Key", "At") SELECT "Key", "At" FROM "ProcessedActivities";
DROP TABLE "ProcessedActivities";
ALTER TABLE "ProcessedActivities_New" RENAME TO "ProcessedActivities";
