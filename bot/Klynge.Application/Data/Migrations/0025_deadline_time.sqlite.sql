-- A deadline can name its time of day; a sentence that looks like one can name its time and who is responsible.
ALTER TABLE "Deadlines" ADD COLUMN "Time" TEXT NULL;
ALTER TABLE "DeadlineChanges" ADD COLUMN "TimeBefore" TEXT NULL;
ALTER TABLE "FoundDeadlines" ADD COLUMN "Time" TEXT NULL;
ALTER TABLE "FoundDeadlines" ADD COLUMN "Responsible" TEXT NULL;
