/** Whether one can just go. */
export type Access = 'DROP_IN' | 'BOOKED' | 'ENROLLED' | 'REFERRAL' | 'VISITS';

export interface Booking {
  need: 'NONE' | 'RECOMMENDED' | 'REQUIRED';
  /** How, as the place writes it: 電話;SMS. */
  how?: string;
  /** Minutes before the start until which one can book. */
  deadlineMinutes?: number;
  note?: string;
}
