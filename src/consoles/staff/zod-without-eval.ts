import { z } from 'zod';

// zod would try whether it may compile its schemas; under our content security policy it may not, and each try is
// reported as a breach. Must run before the first schema is made.
z.config({ jitless: true });
