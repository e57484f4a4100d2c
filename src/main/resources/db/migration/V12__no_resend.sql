-- Null where the rules would never let another code through, as for who is about to be blocked for good.
ALTER TABLE verification MODIFY resend_at TIMESTAMP(6) NULL;
