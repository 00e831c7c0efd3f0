/** Couleurs d'Office (`Office.context.officeTheme`), en 0xRRVVBB : le client en fait « #rrvvbb ». */
export interface Theme {
  bodyBackgroundColor: number;
  bodyForegroundColor: number;
  controlBackgroundColor: number;
  controlForegroundColor: number;
}

/** Thème « Coloré » d'Office. */
export const CLAIR: Theme = {
  bodyBackgroundColor: 0xffffff,
  bodyForegroundColor: 0x242424,
  controlBackgroundColor: 0xf5f5f5,
  controlForegroundColor: 0x242424,
};

/** Thème « Noir » d'Office. */
export const SOMBRE: Theme = {
  bodyBackgroundColor: 0x262626,
  bodyForegroundColor: 0xffffff,
  controlBackgroundColor: 0x1f1f1f,
  controlForegroundColor: 0xffffff,
};
