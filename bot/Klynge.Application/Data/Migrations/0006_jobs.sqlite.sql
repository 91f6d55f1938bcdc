-- What happens without a person: the record of each job's last run, and when the next is due.
CREATE TABLE "Jobs" (
    "Name" TEXT NOT NULL CONSTRAINT "PK_Jobs" PRIMARY KEY,
    "DueAt" TEXT NOT NULL,
    "NextRunAt" TEXT NOT NULL,
    "StartedAt" TEXT NULL,
    "FinishedAt" TEXT NULL,
    "SucceededAt" TEXT NULL,
    "Outcome" INTEGER NULL,
    "FailuresInARow" INTEGER NOT NULL,
    "Failure" TEXT NULL
);
