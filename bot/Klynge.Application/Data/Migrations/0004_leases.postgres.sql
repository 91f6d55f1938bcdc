-- What only one process at a time may do, and how far each of several senders has come with the outbox.
CREATE TABLE "Leases" (
    "Name" text NOT NULL,
    "Owner" text NOT NULL,
    "Until" timestamptz NOT NULL,
    CONSTRAINT "PK_Leases" PRIMARY KEY ("Name")
);

-- The messages of a lane go out in order: a sender claims a lane's first messages, and nobody else comes by them until it has run out.
ALTER TABLE "Outbox" ADD COLUMN "Lane" text NULL, ADD COLUMN "ClaimedBy" text NULL, ADD COLUMN "ClaimedUntil" timestamptz NULL;
UPDATE "Outbox" SET "Lane" = coalesce("ConversationId", 'person/' || "PersonId"::text);
ALTER TABLE "Outbox" ALTER COLUMN "Lane" SET NOT NULL;
DROP INDEX "IX_Outbox_DueAt";
CREATE INDEX "IX_Outbox_Lane_Id" ON "Outbox" ("Lane", "Id") WHERE "SentAt" IS NULL AND "GivenUpAt" IS NULL;
