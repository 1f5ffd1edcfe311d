// `npm start`: sets up what is missing, then becomes the service.
'use strict';
require('./setup.cjs').setUpService();
require('../dist/src/main.js');
