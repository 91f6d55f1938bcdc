-- An open case can get another deadline with its answers standing; the protocol tells when and by whom.
ALTER TABLE "WrittenProcedures" ADD COLUMN "DeadlineMoves" text;
