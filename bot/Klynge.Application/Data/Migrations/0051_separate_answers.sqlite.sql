-- Answers and results of each recommendation of a case, where the forum's rules want it so.
ALTER TABLE "WrittenProcedures" ADD COLUMN "SeparateRecommendations" INTEGER NULL;
ALTER TABLE "WrittenProcedures" ADD COLUMN "Outcomes" TEXT NULL;
ALTER TABLE "RollEntries" ADD COLUMN "Answers" TEXT NULL;
ALTER TABLE "Votes" ADD COLUMN "Answers" TEXT NULL;
