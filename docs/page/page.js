// No validator: it would send the document's address to someone else's server.
SwaggerUIBundle({ url: '../openapi.yaml', dom_id: '#documented', deepLinking: true, validatorUrl: null });
