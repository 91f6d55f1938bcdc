-- How each calendar is kept an eye on: its subscription, and the link to what has changed since.
CREATE TABLE "CalendarWatches" (
    "Mailbox" TEXT NOT NULL CONSTRAINT "PK_CalendarWatches" PRIMARY KEY,
    "SubscriptionId" TEXT NULL,
    "ClientStateHash" TEXT NULL,
    "ExpiresAt" TEXT NULL,
    "RenewAt" TEXT NOT NULL,
    "DeltaLink" TEXT NULL,
    "WindowStart" TEXT NULL,
    "SyncAt" TEXT NOT NULL
);
