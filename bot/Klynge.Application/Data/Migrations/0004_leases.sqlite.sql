-- What only one process at a time may do, and how far each of several senders has come with the outbox.
CREATE TABLE "Leases" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Leases" PRIMARY KEY,
    "Owner" TEXT NOT NULL,
    "Until" TEXT NOT NULL
);

-- The messages of a lane go out in order: a sender claims a lane's first messages, and nobody else comes by them until it has run out.
ALTER TABLE "Outbox" ADD COLUMN "Lane" TEXT NOT NULL DEFAULT '';
ALTER TABLE "Outbox" ADD COLUMN "ClaimedBy" TEXT NULL;
ALTER TABLE "Outbox" ADD COLUMN "ClaimedUntil" TEXT NULL;
UPDATE "Outbox" SET "Lane" = coalesce("ConversationId", 'person/' || lower("PersonId"));
DROP INDEX "IX_Outbox_DueAt";
CREATE INDEX "IX_Outbox_Lane_Id" ON "Outbox" ("Lane", "Id") WHERE "SentAt" IS NULL AND "GivenUpAt" IS NULL;
