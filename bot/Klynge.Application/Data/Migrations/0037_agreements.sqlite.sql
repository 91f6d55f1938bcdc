-- Promises without a date are offered as deadlines are, with the kind of promise and the words for its forum and its moment.
ALTER TABLE "FoundDeadlines" ADD COLUMN "Agreement" INTEGER NULL;
ALTER TABLE "FoundDeadlines" ADD COLUMN "Forum" TEXT NULL;
ALTER TABLE "FoundDeadlines" ADD COLUMN "Trigger" TEXT NULL;
