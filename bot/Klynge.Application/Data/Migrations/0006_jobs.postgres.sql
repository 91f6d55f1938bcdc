-- What happens without a person: the record of each job's last run, and when the next is due.
CREATE TABLE "Jobs" (
    "Name" text NOT NULL,
    "DueAt" timestamptz NOT NULL,
    "NextRunAt" timestamptz NOT NULL,
    "StartedAt" timestamptz,
    "FinishedAt" timestamptz,
    "SucceededAt" timestamptz,
    "Outcome" integer,
    "FailuresInARow" integer NOT NULL,
    "Failure" text,
    CONSTRAINT "PK_Jobs" PRIMARY KEY ("Name")
);
