-- Two people who write on one draft notice each other; an item that was taken off goes back where it stood; a deadline keeps when somebody
-- had its responsible reminded by hand; a person keeps the day of the latest morning message about what waits.
ALTER TABLE "WrittenProcedures" ADD COLUMN "Revision" integer NOT NULL DEFAULT 1;
UPDATE "WrittenProcedures" SET "Revision" = "Version";
ALTER TABLE "AgendaItems" ADD COLUMN "RemovedFrom" integer;
ALTER TABLE "Deadlines" ADD COLUMN "RemindedAt" timestamptz;
CREATE TABLE "MorningMessages" (
    "PersonId" uuid NOT NULL,
    "SentOn" date NOT NULL,
    CONSTRAINT "PK_MorningMessages" PRIMARY KEY ("PersonId"),
    CONSTRAINT "FK_MorningMessages_People_PersonId" FOREIGN KEY ("PersonId") REFERENCES "People" ("Id") ON DELETE RESTRICT
);
