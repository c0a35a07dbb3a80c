/** A file that a person at the shop sends to a customer. */
export interface SentToCustomer {
  id: string;
  name: string;
  contentType: string;
  /** Where whoever has the address can fetch it. */
  url: string;
}
