/** What the product is started with to serve its own shops, as it does where nothing is set. */
export const productSettings = { POLICIES_DIR: 'policies', DEFAULT_POLICY: 'equipment-shop' };
