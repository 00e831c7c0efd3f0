/** Version du complément, la même que dans package.json et manifest.xml. */
export const VERSION = "0.1.0";
