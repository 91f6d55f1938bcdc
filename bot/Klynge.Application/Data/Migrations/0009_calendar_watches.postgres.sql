-- How each calendar is kept an eye on: its subscription, and the link to what has changed since.
CREATE TABLE "CalendarWatches" (
    "Mailbox" text NOT NULL,
    "SubscriptionId" text,
    "ClientStateHash" text,
    "ExpiresAt" timestamptz,
    "RenewAt" timestamptz NOT NULL,
    "DeltaLink" text,
    "WindowStart" timestamptz,
    "SyncAt" timestamptz NOT NULL,
    CONSTRAINT "PK_CalendarWatches" PRIMARY KEY ("Mailbox")
);
