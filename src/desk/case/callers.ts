/** The channel of conversations that were taken down for somebody on the phone: nobody reads them there. */
export const CALLERS = 'slack';
