-- Two people who write on one draft notice each other; an item that was taken off goes back where it stood; a deadline keeps when somebody
-- had its responsible reminded by hand; a person keeps the day of the latest morning message about what waits.
ALTER TABLE "WrittenProcedures" ADD COLUMN "Revision" INTEGER NOT NULL DEFAULT 1;
UPDATE "WrittenProcedures" SET "Revision" = "Version";
ALTER TABLE "AgendaItems" ADD COLUMN "RemovedFrom" INTEGER NULL;
ALTER TABLE "Deadlines" ADD COLUMN "RemindedAt" TEXT NULL;
CREATE TABLE "MorningMessages" (
    "PersonId" TEXT NOT NULL CONSTRAINT "PK_MorningMessages" PRIMARY KEY,
    "SentOn" TEXT NOT NULL,
    CONSTRAINT "FK_MorningMessages_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);
