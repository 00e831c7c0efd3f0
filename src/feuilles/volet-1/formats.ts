/** Les formats des repères, à trois sections : positive, négative, nulle. Une quatrième, celle des textes, s'y ajoute. */
export const ENTIER = "#,##0_m;-#,##0_m;0_m";
export const VARIATION = "+#,##0_m;-#,##0_m;0_m";
export const TAUX = "0.0 %_m;-0.0 %_m;0.0 %_m";
/** Un mot. */
export const MOT = "General;General;General";
